package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
// ERROR ESC009 A_B, shop.A_BSpec
@Tool record A_B() {}
