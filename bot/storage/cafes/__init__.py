"""Cafés: the programme, the answers, what is sent about them, who came, what they thought."""
