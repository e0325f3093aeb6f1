package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import jakarta.persistence.PersistenceException;
import javafx.Alert;
import javax.naming.NamingException;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.DeskLoop shop.Desk_OneSpec
  @Tool record One() {}

  @Prompt String prompt() { return ""; }

  // WARNING ESC044 Declaration.STEP(one), [PersistenceException, NamingException]
  @Step void one(One call) throws PersistenceException, NamingException, Alert {}
}
