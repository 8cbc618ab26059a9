<?php
/** Gives values that clients are known to spoil, and says how it understood those that it gets. */
class ValuesService
{
    private const FIELDS = ['text', 'whole', 'serial', 'count', 'amount', 'closed', 'day', 'moment', 'bytes', 'hex', 'name', 'party'];

    public function read(stdClass $asked): array
    {
        $party = ['name' => '张拟甲', 'born' => '1985-06-12', 'role' => '被告人'];
        $values = match ($asked->what) {
            'text' => ['text' => "  <甲>&\"乙\" ]]> 丙  "],
            'chinese' => ['text' => '张拟甲，镕'],
            'traditional' => ['text' => '張擬甲，許功蓋'],
            'wide' => ['text' => '㛃拟𠮷€'],
            'empty' => ['text' => ''],
            'nil' => ['text' => null],
            'absent' => [],
            'numbers' => ['whole' => '379999198506120130', 'serial' => '003799991985061201', 'count' => 9007199254740993, 'amount' => '12345678901234567.890', 'closed' => true],
            'dates' => ['day' => '2024-01-02+08:00', 'moment' => '2024-01-02T03:04:05.678901234'],
            'bytes' => ['bytes' => "\x00\x01\xfe\xff", 'hex' => "\x00\x01\xfe\xff"],
            'none' => ['name' => [], 'party' => []],
            'one' => ['name' => ['甲'], 'party' => [$party]],
            'many' => ['name' => ['甲', '', '乙'], 'party' => [$party, ['name' => '李拟乙']]],
            'derived' => ['party' => [new SoapVar(['name' => '王拟丙', 'age' => 17], SOAP_ENC_OBJECT, 'Minor', 'urn:legacy:values')]],
            'result code' => null,
            'refused' => throw new SoapFault('Server', '案号不存在', null, ['code' => 9007199254740993, 'reason' => '案号<不>存在'], 'refused'),
        };
        return $values === null ? ['code' => -1, 'message' => '系统维护'] : ['code' => 0, 'values' => $values];
    }

    public function write(stdClass $sent): array
    {
        return ['understood' => describe(get_object_vars($sent->values), self::FIELDS)];
    }
}
