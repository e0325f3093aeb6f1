package shop;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.escapement.Describe;
import dev.escapement.Tool;

class Tools {
  // GENERATED shop.Tools_BareSpec shop.Tools_DocumentedSpec shop.Tools_DescribedSpec shop.Tools_JacksonSpec
  // GENERATED shop.Tools_HalfSpec shop.Tools_QuietSpec shop.Tools_PartlyQuietSpec shop.Tools_Quiet_InsideSpec
  // GENERATED shop.Tools_NestedSpec

  // WARNING ESC040 Declaration.TOOL(Bare), Hint.NONE
  @Tool record Bare(
      // WARNING ESC040 Declaration.COMPONENT(text, Bare), Hint.PARAM_TAG
      String text) {}

  /**
   * Documented.
   *
   * @param text a text
   */
  @Tool record Documented(String text) {}

  @Describe("Described")
  @Tool record Described(@Describe("a text") String text) {}

  @JsonClassDescription("Described")
  @Tool record Jackson(@JsonPropertyDescription("a text") String text) {}

  /**
   * Half of it.
   *
   * @param text a text
   */
  @Tool record Half(String text,
      // WARNING ESC040 Declaration.COMPONENT(more, Half), Hint.PARAM_TAG
      String more) {}

  @SuppressWarnings("ESC040")
  @Tool record Quiet(String text) {
    @Tool record Inside(String text) {}
  }

  /** Only one component is silenced. */
  @Tool record PartlyQuiet(
      @SuppressWarnings("ESC040") String text,
      // WARNING ESC040 Declaration.COMPONENT(more, PartlyQuiet), Hint.PARAM_TAG
      @SuppressWarnings({"unchecked", "ESC041"}) String more) {}

  /**
   * The descriptions of what stands deeper are left to the author.
   *
   * @param order an order
   */
  @Tool record Nested(Order order) {}

  record Order(String id) {}
}
