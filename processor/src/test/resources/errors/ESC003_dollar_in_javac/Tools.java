package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Tools {
  // ERROR [ESC003] "look$_up" cannot be the name of the tool Look$Up
  @Tool record Look$Up() {}
}
