<?php
/**
 * PHP's own SoapServer at /CHARSET, in RPC/encoded at /CHARSET/encoded, behind a password at /CHARSET/basic, and with what may go wrong at
 * /CHARSET/WAY. It writes UTF-8 only: other charsets are made of its answer, as many sites do.
 */
require __DIR__ . '/describe.php';
require __DIR__ . '/ValuesService.php';
require __DIR__ . '/EncodedService.php';

[, $charset, $way] = explode('/', parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) . '/');
if (str_starts_with($way, 'html')) {
    http_response_code($way === 'html' ? 502 : 200);
    header('Content-Type: text/html; charset=' . $charset);
    exit(iconv('UTF-8', $charset, '<html><head><title>错误</title></head><body><h1>系统维护中<br></h1></body></html>'));
}
if ($way === 'empty') exit;
if ($way === 'basic' && ($_SERVER['PHP_AUTH_USER'] ?? '') . ':' . ($_SERVER['PHP_AUTH_PW'] ?? '') !== 'court:口令 1') {
    http_response_code(401);
    header('WWW-Authenticate: Basic realm="values"');
    exit;
}

$isEncoded = $way === 'encoded';
$server = new SoapServer(__DIR__ . ($isEncoded ? '/encoded.wsdl' : '/values.wsdl'), ['cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS]);
$server->setObject($isEncoded ? new EncodedService() : new ValuesService());
ob_start();
$server->handle();
$answer = ob_get_clean();
if ($way === 'truncated') $answer = substr($answer, 0, -40);
if ($way === 'warning') $answer = "<br />\n<b>Warning</b>: mysql_connect() in <b>/var/www/values.php</b> on line <b>3</b><br />\n" . $answer;
if ($way === 'fault-in-200') header('HTTP/1.1 200 OK');

ini_set('default_charset', '');
header(match ($way) {
    'undeclared' => 'Content-Type: text/xml',
    'misdeclared' => 'Content-Type: text/xml; charset=UTF-8',
    default => "Content-Type: text/xml; charset=$charset",
});
$prolog = "<?xml version=\"1.0\" encoding=\"$charset\"?>";
header_remove('Content-Length');
echo iconv('UTF-8', $charset === 'GBK' ? 'GB18030' : $charset, str_replace('<?xml version="1.0" encoding="UTF-8"?>', $prolog, $answer));
