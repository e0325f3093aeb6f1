package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;

/** Draw numbers. */
@Tool record Draw(
  @Describe("The numbers")
  @JsonProperty(defaultValue = "[1000,1001]")
  List<Integer> numbers) {}
