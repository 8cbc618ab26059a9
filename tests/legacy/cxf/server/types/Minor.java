package legacy.types;

/** Comes where a Party is declared: its xsi:type says so. */
public class Minor extends Party {
  public int age;
  public Party guardian;

  public Minor() {}

  public Minor(String name, int age, Party guardian) {
    super("defendant", name);
    this.age = age;
    this.guardian = guardian;
  }

  @Override public String toString() { return super.toString() + " " + age + " of " + guardian; }
}
