package legacy.types;

import java.math.BigInteger;

public class Company extends Party {
  public BigInteger licence;

  public Company() {}

  public Company(String name, BigInteger licence) {
    super("plaintiff", name);
    this.licence = licence;
  }

  @Override public String toString() { return super.toString() + " " + licence; }
}
