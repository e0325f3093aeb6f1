package assist;

/** A mailbox is in use. */
public final class MailboxLocked extends Exception {}
