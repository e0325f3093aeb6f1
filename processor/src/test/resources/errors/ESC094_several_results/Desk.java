package shop;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.util.List;

// GENERATED shop.Desk_CloseSpec shop.Desk_SendOrderSpec shop.ShippingLoop shop.Shipping_ShipSpec shop.Shipping_ShipTwoSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /**
   * Send the order.
   *
   * @param order the number of the order
   */
  @Tool record SendOrder(String order) {}

  @Step Delegate<Shipping> send(SendOrder call) { return ShippingLoop.delegate(call.order()); }

  // ERROR ESC094 sent, List<Integer>, Shipping, [List<Integer>, String], JoinRemedy.ONE_RESULT(Shipping)
  @Join int sent(SendOrder call, List<Integer> parcels) { return parcels.size(); }
}

@Agent(onText = OnText.FINISH)
class Shipping {
  /** Ship the order. */
  @Tool record Ship() {}

  /** Ship two orders. */
  @Tool record ShipTwo() {}

  @Prompt String prompt() { return "Ship the order."; }

  @Step Finish<List<Integer>> ship(Ship call) { return Finish.with(List.of(1)); }

  @Step Finish<List<Integer>> shipTwo(ShipTwo call) { return Finish.with(List.of(2)); }
}
