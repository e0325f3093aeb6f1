package shop;

import dev.escapement.Tool;
import other.Reason;

@SuppressWarnings("ESC040")
@Tool record Refund(Reason reason) {}
