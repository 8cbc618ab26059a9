package legacy.types;

/** Of a head of a substitution group, `measure`, whose members are `bail` and `detention`. */
public class Measure {
  public String since;

  public Measure() {}

  public Measure(String since) { this.since = since; }
}
