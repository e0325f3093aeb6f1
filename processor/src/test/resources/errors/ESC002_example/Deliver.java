package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Calendar;

/** Deliver an order. */
@Tool
// ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(day, Deliver), java.util.Calendar), Hint.NONE, SchemaRemedy.REPLACEMENT("ZonedDateTime for a time in a zone, or LocalDate for a day")
record Deliver(@Describe("Delivery date") Calendar day) {}
