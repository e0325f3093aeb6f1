package other;

import com.fasterxml.jackson.annotation.*;

public enum Reason {
  @JsonProperty("late") LATE;

  // ERROR [ESC007] @JsonValue on the method text of Reason is not honoured … public if another package
  @JsonValue String text() { return "late"; }

  @JsonCreator public static Reason of(String text) { return LATE; }
}
