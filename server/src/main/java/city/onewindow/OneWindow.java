package city.onewindow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one service centre, from its public pages to its database. */
@SpringBootApplication
public class OneWindow {

    public static void main(String[] args) {
        SpringApplication.run(OneWindow.class, args);
    }
}
