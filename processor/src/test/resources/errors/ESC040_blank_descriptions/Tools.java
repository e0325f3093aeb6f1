package shop;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.escapement.Describe;
import dev.escapement.Tool;

class Tools {
  // GENERATED shop.Tools_OneSpec shop.Tools_TwoSpec shop.Tools_ThreeSpec shop.Tools_FourSpec
  // WARNING ESC040 Declaration.TOOL(One), Hint.NONE
  @Describe("  ") @Tool record One(
      // WARNING ESC040 Declaration.COMPONENT(a, One), Hint.PARAM_TAG
      @Describe(" \n ") int a) {}

  // WARNING ESC040 Declaration.TOOL(Two), Hint.NONE
  @JsonClassDescription("\u00a0\t") @Tool record Two(
      // WARNING ESC040 Declaration.COMPONENT(a, Two), Hint.PARAM_TAG
      @JsonPropertyDescription("\u200b") int a) {}

  /**
   * <p>&nbsp;<br> <!-- to do --> {@inheritDoc}
   *
   * @param a <b> </b> &#8203;
   */
  // WARNING ESC040 Declaration.TOOL(Three), Hint.NONE
  @Tool record Three(
      // WARNING ESC040 Declaration.COMPONENT(a, Three), Hint.PARAM_TAG
      int a) {}

  /** Four.
   *
   * @param a the number
   */
  @Describe("") @Tool record Four(@Describe(" ") int a) {}
}
