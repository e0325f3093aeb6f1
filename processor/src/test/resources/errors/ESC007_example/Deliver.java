package shop;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.escapement.Describe;
import dev.escapement.Tool;
import java.time.LocalDate;

/** Deliver an order. */
@Tool
// ERROR ESC007 JsonFormat, Declaration.COMPONENT(day, Deliver), AnnotationRemedy.JSON_FORMAT
record Deliver(@Describe("Delivery date") @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}
