package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Tools {
  // GENERATED shop.Tools_OneSpec shop.Tools_TwoSpec shop.Tools_ThreeSpec shop.Tools_FourSpec
  /**
   * One.
   *
   * @param id the first
   * @param id the second
   * @param nothing of this name
   * @param nam
   */
  // WARNING ESC047 One, [ParamFault.UNKNOWN(nothing, Hint.NONE), ParamFault.UNKNOWN(nam, Hint.DID_YOU_MEAN(name)), ParamFault.REPEATED(id)]
  @Tool record One(String id, String name, Box<String> box) {}

  /**
   * Box.
   *
   * @param <T> the content
   * @param Content the content
   */
  // WARNING ESC047 Box, [ParamFault.UNKNOWN(Content, Hint.DID_YOU_MEAN(content))]
  record Box<T>(T content) {}

  /**
   * Two.
   *
   * @param id {@code @param other} is an example
   */
  @Tool record Two(String id) {}

  /**
   * Three.
   *
   * @param ids of orders
   */
  @SuppressWarnings("ESC047")
  @Tool record Three(String id) {}

  /** Four, see @param text. */
  @Tool record Four(String id) {}
}
