package shop;

import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record PlaceOrder(String sku, Optional<Customer> customer) {}

  record Customer(Map<String, Address> addresses) {}

  // ERROR [ESC002] The component country of Address has the type Object … (reached through PlaceOrder.customer.addresses.country)
  record Address(String street, Object country) {}

  /** Uses the broken record too; the error is shown once. */
  @Tool record MoveOrder(List<Address> to) {}
}
