package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Codec;

@Codec
enum Reason {
  @JsonProperty("late") LATE,
  @JsonProperty("delayed") DELAYED
}
