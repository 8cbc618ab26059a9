/** Names the process that started the server, in the server's own command line: so a later start knows whose it is. */
export const LAUNCHER_SETTING = 'zhengfa.launcher';

/** Settings of the server, all on its command line, so that a change here reaches clusters that exist already. */
export function serverSettings(port: number): Readonly<Record<string, string | number>> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    [LAUNCHER_SETTING]: process.pid,
    timezone: 'Asia/Shanghai',

    // Small: the whole demo has 500 MB, and replication and parallel queries are of no use here.
    max_connections: 60,
    shared_buffers: '24MB',
    maintenance_work_mem: '16MB',
    jit: 'off',
    io_method: 'sync',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '64MB',
    min_wal_size: '32MB',
    max_logical_replication_workers: 0,
    max_parallel_workers: 0,
    autovacuum_max_workers: 1,

    // An error's text and detail quote the values of the statement: neither statements nor errors are logged.
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: -1,
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
  };
}
