package mail;

import dev.escapement.Prefetch;
import dev.escapement.Toolkit;

@Toolkit
public class Outbox {
  @Prefetch protected String unsent() { return ""; }
}
