package other;

import com.fasterxml.jackson.annotation.*;

public enum Reason {
  @JsonProperty("late") LATE;

  // ERROR ESC007 JsonValue, Declaration.METHOD(text, Reason), AnnotationRemedy.VALUE_METHOD
  @JsonValue String text() { return "late"; }

  @JsonCreator public static Reason of(String text) { return LATE; }
}
