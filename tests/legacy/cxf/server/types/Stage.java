package legacy.types;

public enum Stage { FILED, TRIAL, CLOSED }
