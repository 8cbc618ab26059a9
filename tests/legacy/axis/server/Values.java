package legacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Calendar;
import java.util.Date;
import javax.xml.namespace.QName;
import org.apache.axis.Constants;
import org.apache.axis.description.ElementDesc;
import org.apache.axis.description.TypeDesc;

/** A field for each class of values. */
public class Values {
  /** As Axis's own generator does it: without this a Date is an xsd:dateTime. */
  private static final TypeDesc TYPE = new TypeDesc(Values.class, true);
  static {
    ElementDesc day = new ElementDesc();
    day.setFieldName("day");
    day.setXmlName(new QName("", "day"));
    day.setXmlType(Constants.XSD_DATE);
    day.setNillable(true);
    TYPE.addFieldDesc(day);
  }

  public static TypeDesc getTypeDesc() { return TYPE; }

  private String text;
  private BigInteger whole;
  private long count;
  private BigDecimal amount;
  private double ratio;
  private boolean closed;
  private Date day;
  private Calendar moment;
  private byte[] bytes;
  private String[] names;
  private Party[] parties;
  private Party person;

  public String getText() { return text; }
  public void setText(String text) { this.text = text; }
  public BigInteger getWhole() { return whole; }
  public void setWhole(BigInteger whole) { this.whole = whole; }
  public long getCount() { return count; }
  public void setCount(long count) { this.count = count; }
  public BigDecimal getAmount() { return amount; }
  public void setAmount(BigDecimal amount) { this.amount = amount; }
  public double getRatio() { return ratio; }
  public void setRatio(double ratio) { this.ratio = ratio; }
  public boolean isClosed() { return closed; }
  public void setClosed(boolean closed) { this.closed = closed; }
  public Date getDay() { return day; }
  public void setDay(Date day) { this.day = day; }
  public Calendar getMoment() { return moment; }
  public void setMoment(Calendar moment) { this.moment = moment; }
  public byte[] getBytes() { return bytes; }
  public void setBytes(byte[] bytes) { this.bytes = bytes; }
  public String[] getNames() { return names; }
  public void setNames(String[] names) { this.names = names; }
  public Party[] getParties() { return parties; }
  public void setParties(Party[] parties) { this.parties = parties; }
  public Party getPerson() { return person; }
  public void setPerson(Party person) { this.person = person; }
}
