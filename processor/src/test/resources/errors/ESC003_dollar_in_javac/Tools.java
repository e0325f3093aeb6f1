package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Tools {
  // ERROR ESC003 look$_up, Look$Up
  @Tool record Look$Up() {}
}
