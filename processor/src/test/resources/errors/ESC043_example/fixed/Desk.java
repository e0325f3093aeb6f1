package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.UnknownOutcomeException;
import java.io.IOException;
import java.net.ConnectException;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec shop.Desk_SendSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Send the receipt. */
  @Tool record Send() {}

  static final class ServerUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    ServerUnavailable() {
      super("The server is unavailable. Nothing was sent.");
    }
  }

  @Step void send(Send call) throws ServerUnavailable {
    try {
      post();
    } catch (ConnectException e) {
      throw new ServerUnavailable();
    } catch (IOException e) {
      throw new UnknownOutcomeException("the connection was lost", e);
    }
  }

  private static void post() throws IOException {}
}
