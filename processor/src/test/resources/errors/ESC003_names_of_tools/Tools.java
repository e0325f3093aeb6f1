package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
// GENERATED shop.Tools_LongestSpec
class Tools {
  // ERROR [ESC003] "look up" cannot be the name of the tool
  @Tool(name = "look up") record Space() {}

  // ERROR [ESC003] "look.up" cannot be the name of the tool
  @Tool(name = "look.up") record Dot() {}

  // ERROR [ESC003] "1st" cannot be the name of the tool … begin with a letter
  @Tool(name = "1st") record Digit() {}

  // ERROR [ESC003] "-x" cannot be the name of the tool
  @Tool(name = "-x") record Dash() {}

  // ERROR [ESC003] "bestätigen" cannot be the name of the tool … of ASCII
  @Tool(name = "bestätigen") record Umlaut() {}

  // ERROR [ESC003] "größe" cannot be the name of the tool … @Tool(name = …)
  @Tool record Größe() {}

  // ERROR [ESC003] "a234567890123456789012345678901234567890123456789012345678901234x" cannot be
  @Tool(name = "a234567890123456789012345678901234567890123456789012345678901234x") record TooLong() {}

  @Tool(name = "_234567890123456789012345678901234567890123456789012345678901-34") record Longest() {}
}
