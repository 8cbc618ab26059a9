<?php
/** A line for each field, in JSON; bytes, which JSON does not know, as hexadecimal digits. */
function describe(array $values, array $fields): string
{
    $lines = array_map(function (string $name) use ($values) {
        if (!array_key_exists($name, $values)) return "$name=absent";
        $value = $values[$name];
        if (is_string($value) && !preg_match('//u', $value)) $value = bin2hex($value);
        return "$name=" . json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }, $fields);
    return implode("\n", $lines);
}
