package assist;

/** A call that changes something. */
public sealed interface Change permits BookAppointment, DeleteMail {}
