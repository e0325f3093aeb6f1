package shop;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.DeskLoop shop.Desk_AcceptSpec shop.Desk_ChangePriceSpec shop.Desk_OfferSpec
@Agent
// NOTE ESC045 Desk, [Desk.Price], 3
class Desk {
  record Price(@Describe("Amount in cents") long amount, @Describe("Currency, like EUR") String currency) {}

  /** Offer an article. */
  @Tool record Offer(@Describe("Price of one piece") Price price) {}

  /** Change the price. */
  @Tool record ChangePrice(@Describe("The new price") Price price) {}

  /** Accept the offer. */
  @Tool record Accept(@Describe("The agreed price") Price price) {}

  @Prompt String prompt() { return "Negotiate the price."; }

  @Step void offer(Offer call) {}

  @Step void change(ChangePrice call) {}

  @Step Finish<String> accept(Accept call) { return Finish.with("accepted"); }
}
