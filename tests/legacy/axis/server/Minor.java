package legacy;

/** Comes where a Party is declared: its xsi:type says so. */
public class Minor extends Party {
  private int age;

  public Minor() {}

  public Minor(String name, int age, Party guardian) {
    super(name, guardian);
    this.age = age;
  }

  public int getAge() { return age; }
  public void setAge(int age) { this.age = age; }
}
