package legacy.types;

import java.math.BigDecimal;

public class Bail extends Measure {
  public BigDecimal deposit;

  public Bail() {}

  public Bail(String since, BigDecimal deposit) {
    super(since);
    this.deposit = deposit;
  }
}
