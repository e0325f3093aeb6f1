package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
// GENERATED shop.Tools_LongestSpec
class Tools {
  // ERROR ESC003 look up, Space
  @Tool(name = "look up") record Space() {}

  // ERROR ESC003 look.up, Dot
  @Tool(name = "look.up") record Dot() {}

  // ERROR ESC003 1st, Digit
  @Tool(name = "1st") record Digit() {}

  // ERROR ESC003 -x, Dash
  @Tool(name = "-x") record Dash() {}

  // ERROR ESC003 bestätigen, Umlaut
  @Tool(name = "bestätigen") record Umlaut() {}

  // ERROR ESC003 größe, Größe
  @Tool record Größe() {}

  // ERROR ESC003 a234567890123456789012345678901234567890123456789012345678901234x, TooLong
  @Tool(name = "a234567890123456789012345678901234567890123456789012345678901234x") record TooLong() {}

  @Tool(name = "_234567890123456789012345678901234567890123456789012345678901-34") record Longest() {}
}
