package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Codec;

@Codec
enum Reason {
  @JsonProperty("late") LATE,
  // ERROR ESC010 Reason, late, Declaration.CONSTANTS, @JsonProperty
  @JsonProperty("late") DELAYED
}
