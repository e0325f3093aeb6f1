package javafx;

/** An exception whose package only begins like those of the Java platform. */
public class Alert extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
