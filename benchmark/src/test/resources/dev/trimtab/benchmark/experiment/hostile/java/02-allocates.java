// takes memory without end; marked OutOfMemoryError
import java.util.ArrayList;
import java.util.List;

public class Solution {
    public static void main(String[] args) {
        List<byte[]> held = new ArrayList<>();
        while (true) {
            held.add(new byte[10_000_000]);
        }
    }
}
