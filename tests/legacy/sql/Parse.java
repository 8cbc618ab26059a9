import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;

/** Reads statements from standard input, each ended by NUL; writes for each a line: ok and what it is, or why it is refused. */
public class Parse {
  /** The grammar's own habit is to repair what is wrong and go on. */
  private static final BaseErrorListener STRICT = new BaseErrorListener() {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException cause) {
      throw new ParseCancellationException(line + ":" + column + " " + message);
    }
  };

  public static void main(String[] arguments) throws Exception {
    String all = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    for (String sql : all.split("\0")) System.out.println(judged(sql));
  }

  private static String judged(String sql) {
    OracleStatementLexer lexer = new OracleStatementLexer(CharStreams.fromString(sql));
    OracleStatementParser parser = new OracleStatementParser(new CommonTokenStream(lexer));
    lexer.removeErrorListeners();
    lexer.addErrorListener(STRICT);
    parser.removeErrorListeners();
    parser.addErrorListener(STRICT);
    try {
      return "ok " + parser.execute().getChild(0).getClass().getSimpleName();
    } catch (ParseCancellationException error) {
      return "refused " + error.getMessage().replaceAll("\\s+", " ");
    }
  }
}
