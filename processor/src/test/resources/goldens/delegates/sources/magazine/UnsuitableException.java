package magazine;

/** A text cannot be printed. */
public final class UnsuitableException extends Exception {
  public UnsuitableException(String message) {
    super(message);
  }
}
