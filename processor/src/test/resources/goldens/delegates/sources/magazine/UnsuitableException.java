package magazine;

/** A text cannot be printed. */
public final class UnsuitableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnsuitableException(String message) {
    super(message);
  }
}
