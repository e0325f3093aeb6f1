package assist;

/** Thrown when a mailbox is in use. */
public final class MailboxLocked extends Exception {
  private static final long serialVersionUID = 1L;
}
