/** `@apollo/gateway` reports to outside hosts unless this is set before it is loaded; these networks have none. Import this file first. */
process.env.APOLLO_TELEMETRY_DISABLED = '1';
