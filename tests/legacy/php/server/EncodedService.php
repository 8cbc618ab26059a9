<?php
/** The same in RPC/encoded: what two records share goes over the wire once, where it stands first, and the other refers to it. */
class EncodedService
{
    public function read(string $what): array
    {
        $guardian = (object) ['name' => '赵拟丁'];
        return match ($what) {
            'text' => ['text' => "  <甲>&\"乙\" ]]> 丙  "],
            'empty' => ['text' => ''],
            'nil' => ['text' => null],
            'absent' => [],
            'numbers' => ['whole' => '379999198506120130', 'amount' => '12345678901234567.890'],
            'dates' => ['day' => '2024-01-02+08:00'],
            'none' => ['names' => [], 'parties' => []],
            'one' => ['names' => ['甲'], 'parties' => [['name' => '张拟甲']]],
            'many' => ['names' => ['甲', null, '乙'], 'parties' => [['name' => '张拟甲'], ['name' => '李拟乙']]],
            'shared' => ['parties' => [(object) ['name' => '张拟甲', 'guardian' => $guardian], (object) ['name' => '李拟乙', 'guardian' => $guardian]]],
        };
    }

    public function write(stdClass $values): string
    {
        return describe(get_object_vars($values), ['text', 'whole', 'amount', 'day', 'names', 'parties']);
    }
}
