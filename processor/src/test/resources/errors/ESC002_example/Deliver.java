package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Calendar;

/** Deliver an order. */
@Tool
// ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(day, Deliver), Calendar), Hint.NONE, SchemaRemedy.OTHER_TYPE
record Deliver(@Describe("Day of the delivery") Calendar day) {}
