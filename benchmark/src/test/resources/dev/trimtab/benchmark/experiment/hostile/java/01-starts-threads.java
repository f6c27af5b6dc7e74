// starts threads without end; marked PROCESSES
public class Solution {
    public static void main(String[] args) throws Exception {
        while (true) {
            new Thread(() -> {
                while (true) {
                    Thread.yield();
                }
            }).start();
        }
    }
}
