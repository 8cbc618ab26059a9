package legacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/** Gives values that clients are known to spoil, and says how it understood those that it gets. */
public class ValuesService {
  public Values read(String name) throws Refused {
    Values values = new Values();
    if (name.equals("text")) values.setText("  <甲>&\"乙\" ]]> 丙  ");
    else if (name.equals("empty")) values.setText("");
    else if (name.equals("nil")) values.setText(null);
    else if (name.equals("numbers")) {
      values.setWhole(new BigInteger("379999198506120130"));
      values.setCount(9007199254740993L);
      values.setAmount(new BigDecimal("12345678901234567.890"));
      values.setRatio(0.1);
      values.setClosed(true);
    } else if (name.equals("dates")) {
      values.setDay(date("2024-01-02"));
      values.setMoment(moment("2024-01-02T03:04:05.678"));
    } else if (name.equals("bytes")) values.setBytes(new byte[] {0, 1, (byte) 0xfe, (byte) 0xff});
    else if (name.equals("none")) { values.setNames(new String[0]); values.setParties(new Party[0]); }
    else if (name.equals("one")) {
      values.setNames(new String[] {"甲"});
      values.setParties(new Party[] {new Party("张拟甲", null)});
    } else if (name.equals("many")) {
      values.setNames(new String[] {"甲", null, "乙"});
      values.setParties(new Party[] {new Party("张拟甲", null), new Party("李拟乙", null)});
    } else if (name.equals("shared")) {
      Party guardian = new Party("赵拟丁", null);
      values.setParties(new Party[] {new Party("张拟甲", guardian), new Party("李拟乙", guardian)});
    } else if (name.equals("cycle")) {
      Party party = new Party("张拟甲", null);
      party.setGuardian(party);
      values.setPerson(party);
    } else if (name.equals("derived")) values.setPerson(new Minor("王拟丙", 17, new Party("赵拟丁", null)));
    else if (name.equals("refused")) throw new Refused(9007199254740993L, "案号<不>存在");
    else throw new IllegalStateException("no such values: " + name);
    return values;
  }

  /** One value of a simple type, with no bean about it. */
  public long next(long count) { return count + 1; }

  public String[] reverse(String[] names) {
    String[] reversed = new String[names.length];
    for (int i = 0; i < names.length; i++) reversed[names.length - 1 - i] = names[i];
    return reversed;
  }

  public Party[] parties(int count) {
    Party[] parties = new Party[count];
    for (int i = 0; i < count; i++) parties[i] = new Party("当事人" + i, null);
    return parties;
  }

  /** A line for each field. */
  public String write(Values values) {
    return String.join("\n",
      "text=" + quote(values.getText()),
      "whole=" + values.getWhole(),
      "count=" + values.getCount(),
      "amount=" + (values.getAmount() == null ? null : values.getAmount().toPlainString()),
      "ratio=" + values.getRatio(),
      "closed=" + values.isClosed(),
      "day=" + (values.getDay() == null ? null : new Date(values.getDay().getTime())),
      "moment=" + (values.getMoment() == null ? null : values.getMoment().toInstant()),
      "bytes=" + Arrays.toString(values.getBytes()),
      "names=" + Arrays.toString(values.getNames()),
      "parties=" + (values.getParties() == null ? null : list(values.getParties())),
      "person=" + describe(values.getPerson()));
  }

  private static String list(Party[] parties) {
    StringBuilder text = new StringBuilder("[");
    for (Party party : parties) text.append(text.length() > 1 ? ", " : "").append(describe(party));
    return text.append("]").toString();
  }

  private static String describe(Party party) {
    if (party == null) return "null";
    String text = party.getClass().getSimpleName() + " " + party.getName();
    if (party instanceof Minor) text += " " + ((Minor) party).getAge();
    return party.getGuardian() == null ? text : text + " of " + describe(party.getGuardian());
  }

  private static String quote(String text) {
    return text == null ? "null" : "\"" + text.replace("\n", "\\n").replace("\t", "\\t") + "\"";
  }

  private static Date date(String text) {
    return Date.valueOf(text);
  }

  private static Calendar moment(String text) {
    return GregorianCalendar.from(java.time.LocalDateTime.parse(text).atZone(TimeZone.getTimeZone("Asia/Shanghai").toZoneId()));
  }
}
