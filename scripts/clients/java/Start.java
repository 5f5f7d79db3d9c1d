import com.okta.sdk.client.Clients;
import com.okta.sdk.resource.api.UserApi;
import com.okta.sdk.resource.api.UserLifecycleApi;
import com.okta.sdk.resource.client.ApiClient;
import com.okta.sdk.resource.model.User;
import com.okta.sdk.resource.user.UserBuilder;

public class Start {
  public static void main(String[] args) {
    ApiClient client = Clients.builder().build(); // or .setOrgUrl(...).setClientCredentials(...)
    User user = UserBuilder.instance()
        .setFirstName("Kim")
        .setLastName("Low")
        .setEmail("start@example.com")
        .setPassword("Tr1cky-Kettle-9".toCharArray())
        .buildAndCreate(new UserApi(client));
    new UserLifecycleApi(client).suspendUser(user.getId());
  }
}
