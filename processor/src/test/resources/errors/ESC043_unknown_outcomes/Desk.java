package shop;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.UnknownOutcomeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.DeskLoop shop.Desk_OneSpec shop.Desk_TwoSpec shop.Desk_ThreeSpec shop.Desk_FourSpec
  // GENERATED shop.Desk_FiveSpec shop.Desk_SixSpec shop.Desk_SevenSpec shop.Desk_EightSpec shop.Desk_NineSpec
  @Tool record One() {}
  @Tool record Two() {}
  @Tool record Three() {}
  @Tool record Four() {}
  @Tool record Five() {}
  @Tool record Six() {}
  @Tool record Seven() {}
  @Tool record Eight() {}
  @Tool record Nine() {}

  static class BankUnreachable extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static class LedgerCorrupted extends Error {
    private static final long serialVersionUID = 1L;
  }

  static class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static class InvalidAmount extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
  }

  @Prompt String prompt() { return ""; }

  // WARNING ESC043 Declaration.STEP(one), WRITE, [IOException, SQLException, TimeoutException, InterruptedException]
  @Step void one(One call) throws IOException, SQLException, TimeoutException, InterruptedException, Refused {}

  @Approval
  @Step(effect = Effect.DESTRUCTIVE)
  // WARNING ESC043 Declaration.STEP(two), DESTRUCTIVE, [BankUnreachable, UnknownOutcomeException, LedgerCorrupted]
  void two(Two call) throws BankUnreachable, UnknownOutcomeException, LedgerCorrupted {}

  // WARNING ESC043 Declaration.STEP(three), WRITE, [SocketTimeoutException, UncheckedIOException]
  // WARNING ESC044 Declaration.STEP(three), [IllegalStateException]
  @Step void three(Three call) throws SocketTimeoutException, UncheckedIOException, IllegalStateException {}

  @Step(effect = Effect.TRANSACTIONAL) void four(Four call) throws SQLException, Refused {}

  @Step(effect = Effect.IDEMPOTENT) void five(Five call) throws IOException, InterruptedException {}

  @Step(effect = Effect.READ)
  // WARNING ESC044 Declaration.STEP(six), [IOException, SQLException]
  void six(Six call) throws IOException, SQLException, BankUnreachable, InterruptedException, InvalidAmount {}

  @SuppressWarnings("ESC043")
  @Step void seven(Seven call) throws IOException {}

  // WARNING ESC044 Declaration.STEP(eight), [IllegalArgumentException]
  @Step(effect = Effect.TRANSACTIONAL) void eight(Eight call) throws IllegalArgumentException {}

  @SuppressWarnings("ESC044")
  @Step(effect = Effect.READ) void nine(Nine call) throws IOException {}

  // WARNING ESC044 Declaration.PREFETCH(news), [IOException]
  @Prefetch String news() throws IOException { return ""; }
}
